// Starts a worker that runs this page's own wasm module: the compiled module is handed over, so
// nothing is downloaded or compiled twice. The worker is made from a Blob because a blob: worker
// inherits the page's <meta> Content-Security-Policy and a worker loaded from a URL does not.
const start = `addEventListener('message', async ({ data: { url, module } }) => {
  const glue = await import(url);
  await glue.default({ module_or_path: module });
  glue.serveWorker();
}, { once: true });`;

let source;

export function startWorker(url, module) {
  source ??= URL.createObjectURL(new Blob([start], { type: 'text/javascript' }));
  const worker = new Worker(source, { type: 'module' });
  worker.postMessage({ url, module });
  return worker;
}
