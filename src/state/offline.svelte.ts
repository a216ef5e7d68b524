// Keeping the whole page in this browser, so that the next visit needs no network.

/** Whether the page works without a network. */
export class Offline {
  isReady = $state(false);

  /** Has the service worker keep the page. Browsers withhold it over plain HTTP, and some in private windows. */
  async keep(): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    try {
      await navigator.serviceWorker.register('./sw.js');
      await navigator.serviceWorker.ready;
      this.isReady = true;
    } catch {
      this.isReady = false; // the page works as before, only not without a network
    }
  }
}
