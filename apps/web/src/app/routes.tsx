import { Button } from 'antd';
import { type RouteObject, useRouteError } from 'react-router';
import { useTexts } from '../texts/locale.js';
import { EmptyState } from '../ui/answer.js';
import { MissingPage } from '../ui/page.js';
import { Layout } from './layout.js';

/** Shown when a page throws; offers to reload it. */
function RouteFailure() {
  const t = useTexts();
  const error = useRouteError();
  // After an update the old code of a page no longer exists; reloading gets the new version.
  const stale =
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return (
    <main className="page page-narrow">
      <EmptyState title={t(stale ? 'failure.stale' : 'failure.title')} text={t('failure.text')}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('failure.reload')}
        </Button>
        <Button href="/">{t('nav.home')}</Button>
      </EmptyState>
    </main>
  );
}

/** Every page by its address; a page's code is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <RouteFailure />,
    children: [
      { index: true, lazy: () => import('../pages/home-page.js') },
      { path: 'search', lazy: () => import('../pages/search/search-page.js') },
      { path: 'capabilities/:id', lazy: () => import('../pages/published/capability-page.js') },
      { path: 'organizations/:id', lazy: () => import('../pages/published/organization-page.js') },
      { path: 'needs/:id', lazy: () => import('../pages/published/need-page.js') },
      { path: 'events', lazy: () => import('../pages/events/events-page.js') },
      { path: 'events/:id', lazy: () => import('../pages/events/event-page.js') },
      { path: 'fairs', lazy: () => import('../pages/events/fairs-page.js') },
      { path: 'sign-in', lazy: () => import('../pages/account/sign-in-page.js') },
      { path: 'register', lazy: () => import('../pages/account/register-page.js') },
      { path: 'invitations/:token', lazy: () => import('../pages/account/invitation-page.js') },
      { path: 'open', lazy: () => import('../notifications/open-page.js') },
      { path: 'desk', lazy: () => import('../pages/desk-page.js') },
      {
        path: 'desk/organization',
        lazy: () => import('../pages/desk/organization/organization-desk-page.js'),
      },
      { path: 'desk/join', lazy: () => import('../pages/desk/organization/join-page.js') },
      { path: 'desk/needs', lazy: () => import('../pages/desk/needs/needs-page.js') },
      {
        path: 'desk/needs/new',
        lazy: async () => ({
          Component: (await import('../pages/desk/needs/need-editor-pages.js')).NewNeedPage,
        }),
      },
      { path: 'desk/needs/:id', lazy: () => import('../pages/desk/needs/need-desk-page.js') },
      {
        path: 'desk/needs/:id/edit',
        lazy: async () => ({
          Component: (await import('../pages/desk/needs/need-editor-pages.js')).EditNeedPage,
        }),
      },
      { path: 'desk/capabilities', lazy: () => import('../pages/desk/capabilities/capabilities-page.js') },
      {
        path: 'desk/capabilities/new',
        lazy: async () => ({
          Component: (await import('../pages/desk/capabilities/capability-editor-pages.js'))
            .NewCapabilityPage,
        }),
      },
      {
        path: 'desk/capabilities/:id',
        lazy: async () => ({
          Component: (await import('../pages/desk/capabilities/capability-editor-pages.js'))
            .EditCapabilityPage,
        }),
      },
      { path: 'desk/fitting', lazy: () => import('../pages/desk/responses/fitting-needs-page.js') },
      { path: 'desk/responses', lazy: () => import('../pages/desk/responses/responses-page.js') },
      { path: 'desk/contacts', lazy: () => import('../pages/desk/responses/contacts-page.js') },
      { path: 'desk/saved', lazy: () => import('../pages/search/saved-searches-page.js') },
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
      { path: 'desk/check-in', lazy: () => import('../check-in/check-in-page.js') },
      { path: 'desk/check-in/:id', lazy: () => import('../check-in/check-in-page.js') },
      { path: 'desk/events/:id/meetings', lazy: () => import('../pages/desk/meetings/meetings-page.js') },
      { path: 'desk/events/:id/partners', lazy: () => import('../pages/desk/events/partners-page.js') },
      { path: 'desk/events/:id/queues', lazy: () => import('../pages/desk/queues/queues-page.js') },
      { path: 'desk/attending/:id/queues', lazy: () => import('../pages/desk/queues/own-queues-page.js') },
      { path: 'desk/attending/:id/wishes', lazy: () => import('../pages/desk/own-meetings/wishes-page.js') },
      {
        path: 'desk/attending/:id/meetings',
        lazy: () => import('../pages/desk/own-meetings/schedule-page.js'),
      },
      {
        path: 'desk/attending/:id/outcomes',
        lazy: () => import('../pages/desk/own-meetings/outcomes-page.js'),
      },
      {
        path: 'desk/events/:id/collections',
        lazy: () => import('../pages/desk/collections/collections-page.js'),
      },
      { path: 'desk/events/:id/report', lazy: () => import('../pages/desk/events/report-page.js') },
      { path: 'desk/events/:id/stage', lazy: () => import('../pages/desk/collections/stage-page.js') },
      { path: 'desk/collections/:id', lazy: () => import('../pages/desk/collections/collection-page.js') },
      { path: 'desk/attending', lazy: () => import('../pages/desk/attending/attending-page.js') },
      { path: 'desk/attending/:id', lazy: () => import('../pages/desk/attending/participation-page.js') },
      {
        path: 'desk/notifications',
        lazy: () => import('../notifications/notifications-page.js'),
      },
      { path: 'desk/staff', lazy: () => import('../pages/desk/staff/staff-page.js') },
      {
        path: 'desk/staff/organizations',
        lazy: () => import('../pages/desk/staff/organizations-page.js'),
      },
      { path: 'desk/staff/imports', lazy: () => import('../pages/desk/staff/imports-page.js') },
      { path: 'desk/staff/search', lazy: () => import('../pages/desk/staff/search-health-page.js') },
      { path: 'desk/staff/audit', lazy: () => import('../pages/desk/staff/audit-page.js') },
      { path: '*', Component: MissingPage },
    ],
  },
];
