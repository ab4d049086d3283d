import { byId } from '../dom.js';
import { payloadOf, request } from '../graphql.js';
import { onLocaleChange, t } from '../locale.js';
import { OPERATIONS } from '../operations.js';

const listeners = new Set();
let user = null;

/** Calls a listener whenever somebody signed in or out; with the person or null. */
export function onAccountChange(listener) {
  listeners.add(listener);
}

function become(person) {
  user = person;
  byId('account-name').textContent = user?.name ?? '';
  byId('sign-in-open').hidden = user !== null;
  byId('sign-out').hidden = user === null;
  listeners.forEach((listener) => listener(user));
}

function showFault(text) {
  byId('sign-in-fault').textContent = text;
}

async function signIn(dialog) {
  const identifier = byId('sign-in-identifier').value.trim();
  const password = byId('sign-in-password').value;
  if (!identifier || !password) return showFault(t('account.missing'));
  try {
    const { signIn: result } = await request(OPERATIONS.signIn, { input: { identifier, password } });
    become(payloadOf(result).user);
    dialog.close();
  } catch (error) {
    showFault(error.message);
  }
}

async function signOut() {
  await request(OPERATIONS.signOut).catch(() => null);
  await findOut();
  byId('sign-in-open').focus();
}

async function findOut() {
  const { me } = await request(OPERATIONS.me).catch(() => ({ me: null }));
  become(me);
}

/** Signing in and out, and who is signed in. */
export function startAccount() {
  const dialog = byId('sign-in');
  byId('sign-in-open').addEventListener('click', () => dialog.showModal());
  byId('sign-in-cancel').addEventListener('click', () => dialog.close());
  byId('sign-out').addEventListener('click', () => void signOut());
  dialog.addEventListener('close', () => {
    byId('sign-in-form').reset();
    showFault('');
  });
  byId('sign-in-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void signIn(dialog);
  });
  onLocaleChange(() => showFault(''));
  void findOut();
}
