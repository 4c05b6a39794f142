// Runs before anything else of the page: one version of it at a time (service-worker.js). If a new one waits and nobody else uses the old one,
// this page begins with the new one; and whenever another takes over, the page begins anew with it.
(() => {
  const workers = navigator.serviceWorker;
  if (!workers?.controller) return;
  let isLeaving = false;
  workers.addEventListener("controllerchange", () => {
    if (isLeaving) return;
    isLeaving = true;
    location.reload();
  });
  workers.getRegistration().then((registration) => registration?.waiting?.postMessage("begin"), () => { /* Then the old one goes on. */ });
})();
