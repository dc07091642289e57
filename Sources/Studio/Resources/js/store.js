// What the browser keeps, so that a reload loses nothing: a small database of this page's own.

const opened = new Promise((resolve) => {
  const request = indexedDB.open("nurie-studio", 1);
  request.onupgradeneeded = () => { request.result.createObjectStore("things"); };
  request.onsuccess = () => resolve(request.result);
  // A browser that keeps nothing (a private window) still colours.
  request.onerror = () => resolve(null);
});

async function run(mode, work) {
  const database = await opened;
  if (!database) return undefined;
  return new Promise((resolve) => {
    const transaction = database.transaction("things", mode);
    const request = work(transaction.objectStore("things"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => resolve(undefined);
    transaction.onabort = () => resolve(undefined);
  });
}

export const load = (name) => run("readonly", (store) => store.get(name));
export const keep = (name, value) => run("readwrite", (store) => store.put(value, name));
export const drop = (name) => run("readwrite", (store) => store.delete(name));
export const names = () => run("readonly", (store) => store.getAllKeys());
