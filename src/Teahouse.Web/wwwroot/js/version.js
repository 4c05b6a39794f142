// Runs before anything else of the page: one version of it at a time (service-worker.js). When another takes over, every tab begins anew with it.
(() => {
  const workers = navigator.serviceWorker;
  if (!workers?.controller) return;
  let isLeaving = false;
  workers.addEventListener("controllerchange", () => {
    if (isLeaving) return;
    isLeaving = true;
    location.reload();
  });
})();
