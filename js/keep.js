// Keeps what a tab has open, so that a reload loses nothing: files as Blobs, which the browser keeps on its
// own disk, and the user's decisions. Nothing here talks to a host. Each tab has a name of its own, so that a
// new tab starts empty; what a closed tab leaves is forgotten a day later, because until then the browser can
// bring the tab back. Every function rejects where the browser keeps nothing.
const NAME = 'dateline-tab';
const DAY = 86_400_000;

let opened;
let last = Promise.resolve();

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function all(tab) {
  return IDBKeyRange.bound([tab], [tab, []]);
}

// Holds a tab's name as long as the page is there; false where another tab has it, as after "Duplicate tab".
function hold(tab) {
  if (!navigator.locks) return true;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(400);
    const granted = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(`${NAME} ${tab}`, { signal }, granted).catch(() => resolve(false));
  });
}

async function open() {
  const asked = indexedDB.open('dateline', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
  const database = await done(asked);
  let tab = sessionStorage.getItem(NAME);
  if (!tab || !(await hold(tab))) {
    tab = crypto.getRandomValues(new Uint32Array(3)).join('-');
    sessionStorage.setItem(NAME, tab);
    await hold(tab);
  }
  return { database, tab };
}

// One thing after the other, in the order it was asked for.
function write(work) {
  const next = last.then(async () => {
    opened ??= open();
    const { database, tab } = await opened;
    const transaction = database.transaction('kept', 'readwrite');
    const finished = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const store = transaction.objectStore('kept');
    store.put(Date.now(), [tab, 'seen']);
    await work(store, tab);
    await finished;
  });
  last = next.catch(() => {});
  return next;
}

// Files are [number, name, last day, content]; `sample` says whether the sample is among them.
export function keepFiles(files, sample) {
  return write((store, tab) => {
    store.put(sample, [tab, 'sample']);
    for (const [number, name, modified, content] of files) {
      const blob = content instanceof Blob ? content : new Blob([content]);
      store.put([number, name, modified, blob], [tab, 'file', number]);
    }
  });
}

export function keepDecisions(bytes) {
  return write((store, tab) => store.put(bytes, [tab, 'said']));
}

// What this tab keeps as [files, whether the sample is among them, decisions].
export async function kept() {
  let found;
  await write(async (store, tab) => {
    const asked = [
      done(store.getAll(IDBKeyRange.bound([tab, 'file'], [tab, 'file', []]))),
      done(store.get([tab, 'sample'])),
      done(store.get([tab, 'said'])),
    ];
    const keys = await done(store.getAllKeys());
    for (const [other, what] of keys) {
      if (what !== 'seen' || other === tab) continue;
      const seen = await done(store.get([other, 'seen']));
      if (Date.now() - seen > DAY) store.delete(all(other));
    }
    found = await Promise.all(asked);
  });
  return found;
}

// Forgets what this tab keeps.
export function forget() {
  return write((store, tab) => store.delete(all(tab)));
}

// Forgets what any tab has kept.
export function forgetAll() {
  return write((store) => store.clear());
}
