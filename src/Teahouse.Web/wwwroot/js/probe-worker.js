// A worker that does nothing: features.js registers it to learn whether this address may have one, and removes it.
