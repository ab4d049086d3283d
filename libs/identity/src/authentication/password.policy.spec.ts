import { type Identifier, IdentifierKind } from '../users/identifier.js';
import { passwordWeakness } from './password.policy.js';

const PHONE: Identifier = { kind: IdentifierKind.PHONE, value: '+8613800138000' };
const EMAIL: Identifier = { kind: IdentifierKind.EMAIL, value: 'chen.wei@example.com' };

describe('a password', () => {
  it.each([['correct horse battery'], ['西湖断桥残雪三潭印月'], ['k7#mQ2vx'], ['1357924680x']])(
    '%s is taken',
    (password) => {
      expect(passwordWeakness(password, [PHONE, EMAIL])).toBeNull();
    },
  );

  it.each([
    ['', 'PASSWORD_TOO_SHORT'],
    ['k7#mQ2v', 'PASSWORD_TOO_SHORT'],
    ['西湖断桥残雪三', 'PASSWORD_TOO_SHORT'],
    ['x1'.repeat(65), 'PASSWORD_TOO_LONG'],
    ['12345678', 'PASSWORD_TOO_COMMON'],
    ['PassWord123', 'PASSWORD_TOO_COMMON'],
    ['１２３４５６７８', 'PASSWORD_TOO_COMMON'],
    ['woaini1314', 'PASSWORD_TOO_COMMON'],
    ['aaaaaaaaaa', 'PASSWORD_TOO_COMMON'],
    ['链桥链桥链桥链桥', 'PASSWORD_TOO_COMMON'],
    ['13800138000', 'PASSWORD_LIKE_IDENTIFIER'],
    ['my+8613800138000', 'PASSWORD_LIKE_IDENTIFIER'],
    ['Chen.Wei!88', 'PASSWORD_LIKE_IDENTIFIER'],
  ])('%s is refused: %s', (password, weakness) => {
    expect(passwordWeakness(password, [PHONE, EMAIL])).toBe(weakness);
  });

  it('is not measured against somebody else’s number', () => {
    expect(passwordWeakness('13800138000', [])).toBeNull();
  });
});
