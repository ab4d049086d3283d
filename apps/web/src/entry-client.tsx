import './styles/base.css';
import 'virtual:antd.css';
import './styles/portal.css';
import { ssrExchange } from '@urql/core';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes, type RouteObject, RouterProvider } from 'react-router';
import { connector, HAND_OVER_ID, type HandOver, Portal } from './app/portal.js';
import { routes } from './app/routes.js';
import { SurroundingsProvider } from './session/sign-in-context.js';

function readHandOver(): HandOver {
  const text = document.getElementById(HAND_OVER_ID)?.textContent;
  const nothing: HandOver = { locale: 'zh', large: false, answers: null, outbox: false };
  return text ? { ...nothing, ...(JSON.parse(text) as Partial<HandOver>) } : nothing;
}

/** The page that the server rendered must be there before React compares: its code is loaded first. */
async function loadPage(): Promise<RouteObject[]> {
  const matches = matchRoutes(routes, window.location) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return;
      Object.assign(route, { ...(await route.lazy()), lazy: undefined });
    }),
  );
  return routes;
}

async function start(): Promise<void> {
  const { answers, outbox, ...reading } = readHandOver();
  const exchange = ssrExchange({ isClient: true, initialState: answers ?? {} });
  const connect = connector(
    { url: '/graphql', fetch: (input, init) => window.fetch(input, init) },
    { locale: reading.locale, exchange },
  );
  const router = createBrowserRouter(await loadPage());
  const page = (
    <SurroundingsProvider outbox={outbox}>
      <Portal reading={reading} connect={connect} head={null}>
        <RouterProvider router={router} />
      </Portal>
    </SurroundingsProvider>
  );
  const root = document.getElementById('root');
  if (!root) return;
  if (answers) hydrateRoot(root, page);
  else createRoot(root).render(page);
}

void start();
