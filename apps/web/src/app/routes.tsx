import type { RouteObject } from 'react-router';
import { Layout } from './layout.js';
import { RouteFailure } from './route-failure.js';

/** Every page by its address; a page's code is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <RouteFailure />,
    children: [
      { index: true, lazy: () => import('../pages/home/home-page.js') },
      { path: 'search', lazy: () => import('../pages/search/search-page.js') },
      { path: 'capabilities/:id', lazy: () => import('../pages/capability/capability-page.js') },
      { path: 'organizations/:id', lazy: () => import('../pages/organization/organization-page.js') },
      { path: 'needs/:id', lazy: () => import('../pages/need/need-page.js') },
      { path: 'events', lazy: () => import('../pages/events/events-page.js') },
      { path: 'events/:id', lazy: () => import('../pages/events/event-page.js') },
      { path: '*', lazy: () => import('./missing-page.js') },
    ],
  },
];
