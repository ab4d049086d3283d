import { translatorOf } from '../../../texts/texts.js';
import { AUDIT_ACTIONS, auditAction, auditDetail, auditSubject } from './audit-words.js';

const zh = translatorOf('zh');
const en = translatorOf('en');

describe('an entry of the audit log in words', () => {
  it('has the words of its action and of its subject, or the code itself', () => {
    expect(auditAction('CHECK_FACTS', zh)).toBe('核验事实');
    expect(auditAction('SOMETHING_NEW', zh)).toBe('SOMETHING_NEW');
    expect(auditSubject('Organization', en)).toBe('Organization');
    expect(auditSubject('NewThing', en)).toBe('NewThing');
  });

  it('names a numbered detail with its number', () => {
    expect(auditDetail({ name: 'fact2', value: 'profile:HEADCOUNT' }, zh)).toEqual({
      label: '事实 2',
      value: '人员规模',
    });
    expect(auditDetail({ name: 'fact', value: 'certificate:42' }, zh).value).toBe('证书');
  });

  it('shows roles in words and hides ids that nobody can read', () => {
    expect(auditDetail({ name: 'to', value: 'OWNER' }, zh)).toEqual({ label: '改为', value: '负责人' });
    const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    expect(auditDetail({ name: 'member', value: id }, zh)).toEqual({ label: '成员', value: '' });
  });

  it('can be filtered by every action that has words', () => {
    expect(AUDIT_ACTIONS).toContain('CHECK_FACTS');
    expect(AUDIT_ACTIONS.filter((action) => auditAction(action, en) === action)).toEqual([]);
  });
});
