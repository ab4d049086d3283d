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
      { path: 'fairs', lazy: () => import('../pages/fairs/fairs-page.js') },
      { path: 'sign-in', lazy: () => import('../pages/account/sign-in-page.js') },
      { path: 'register', lazy: () => import('../pages/account/register-page.js') },
      { path: 'invitations/:token', lazy: () => import('../pages/account/invitation-page.js') },
      { path: 'open', lazy: () => import('../pages/open/open-page.js') },
      { path: 'desk', lazy: () => import('../pages/desk/desk-page.js') },
      {
        path: 'desk/organization',
        lazy: () => import('../pages/desk/organization/organization-desk-page.js'),
      },
      { path: 'desk/join', lazy: () => import('../pages/desk/organization/join-page.js') },
      { path: 'desk/needs', lazy: () => import('../pages/desk/needs/needs-page.js') },
      { path: 'desk/needs/new', lazy: () => import('../pages/desk/needs/new-need-page.js') },
      { path: 'desk/needs/:id', lazy: () => import('../pages/desk/needs/need-desk-page.js') },
      { path: 'desk/needs/:id/edit', lazy: () => import('../pages/desk/needs/edit-need-page.js') },
      { path: 'desk/capabilities', lazy: () => import('../pages/desk/capabilities/capabilities-page.js') },
      {
        path: 'desk/capabilities/new',
        lazy: () => import('../pages/desk/capabilities/new-capability-page.js'),
      },
      {
        path: 'desk/capabilities/:id',
        lazy: () => import('../pages/desk/capabilities/edit-capability-page.js'),
      },
      { path: 'desk/fitting', lazy: () => import('../pages/desk/fitting/fitting-needs-page.js') },
      { path: 'desk/responses', lazy: () => import('../pages/desk/responses/responses-page.js') },
      { path: 'desk/saved', lazy: () => import('../pages/desk/saved/saved-searches-page.js') },
      { path: 'desk/events', lazy: () => import('../pages/desk/events/own-events-page.js') },
      { path: 'desk/events/new', lazy: () => import('../pages/desk/events/new-event-page.js') },
      { path: 'desk/events/:id', lazy: () => import('../pages/desk/events/edit-event-page.js') },
      { path: 'desk/events/:id/agenda', lazy: () => import('../pages/desk/events/agenda-page.js') },
      { path: 'desk/events/:id/admission', lazy: () => import('../pages/desk/events/admission-page.js') },
      { path: 'desk/events/:id/grid', lazy: () => import('../pages/desk/events/grid-page.js') },
      {
        path: 'desk/events/:id/registrations',
        lazy: () => import('../pages/desk/events/registrations-page.js'),
      },
      { path: 'desk/check-in', lazy: () => import('../pages/desk/check-in/check-in-page.js') },
      { path: 'desk/check-in/:id', lazy: () => import('../pages/desk/check-in/check-in-page.js') },
      { path: 'desk/events/:id/meetings', lazy: () => import('../pages/desk/meetings/meetings-page.js') },
      { path: 'desk/attending/:id/wishes', lazy: () => import('../pages/desk/meetings/wishes-page.js') },
      { path: 'desk/attending/:id/meetings', lazy: () => import('../pages/desk/meetings/schedule-page.js') },
      {
        path: 'desk/events/:id/collections',
        lazy: () => import('../pages/desk/collections/collections-page.js'),
      },
      { path: 'desk/events/:id/stage', lazy: () => import('../pages/desk/stage/stage-page.js') },
      { path: 'desk/collections/:id', lazy: () => import('../pages/desk/collections/collection-page.js') },
      { path: 'desk/attending', lazy: () => import('../pages/desk/attending/attending-page.js') },
      { path: 'desk/attending/:id', lazy: () => import('../pages/desk/attending/participation-page.js') },
      {
        path: 'desk/notifications',
        lazy: () => import('../pages/desk/notifications/notifications-page.js'),
      },
      { path: 'desk/staff', lazy: () => import('../pages/desk/staff/staff-page.js') },
      {
        path: 'desk/staff/organizations',
        lazy: () => import('../pages/desk/staff/organizations/organizations-page.js'),
      },
      { path: 'desk/staff/imports', lazy: () => import('../pages/desk/staff/imports/imports-page.js') },
      { path: 'desk/staff/search', lazy: () => import('../pages/desk/staff/search/search-health-page.js') },
      { path: 'desk/staff/audit', lazy: () => import('../pages/desk/staff/audit-page.js') },
      { path: '*', lazy: () => import('./missing-page.js') },
    ],
  },
];
