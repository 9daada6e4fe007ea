// Starts the page from the names that the build wrote on this script's tag. A module of its own,
// because the page's policy allows no inline script.
const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const { default: start } = await import(new URL(js, document.baseURI));
await start({ module_or_path: new URL(wasm, document.baseURI) });
