import { createServer } from 'node:http';

/**
 * The HTTP server: health, readiness, and what the service answers.
 *
 * @param {{ logger: ReturnType<import('./logger.js').createLogger>, isReady: () => boolean }} options
 */
export function createService({ logger, isReady }) {
  const routes = {
    'GET /': () => ({ status: 200, body: { message: 'Hello' } }),
    // Alive: the process can answer. Kubernetes restarts it when it cannot.
    'GET /health': () => ({ status: 200, body: { status: 'ok' } }),
    // Ready: it may be sent traffic. It is not while it stops.
    'GET /ready': () =>
      isReady()
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'stopping' } },
  };

  return createServer((request, response) => {
    const begun = performance.now();
    const path = request.url.split('?', 1)[0];
    const route = routes[`${request.method} ${path}`];
    const { status, body } = route
      ? route()
      : { status: 404, body: { error: 'not found' } };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
    logger.debug('request', {
      method: request.method,
      path,
      status,
      milliseconds: Math.round(performance.now() - begun),
    });
  });
}
