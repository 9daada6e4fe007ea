// Fetches a gzipped file and unpacks it while it comes in. The answer is a Blob: its bytes are kept once,
// by the browser, however many workers read them. Null where the host has no such file; rejected where the
// file is cut short or is no gzip.
export async function fetchUnpacked(url) {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return null;
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).blob();
}
