import { DomainError } from '@app/kernel';
import { IdentifierKind, parseIdentifier, parseIdentifierOf } from './identifier.js';

describe('an identifier', () => {
  it.each([
    ['13800138000'],
    ['138 0013 8000'],
    ['138-0013-8000'],
    ['+86 138 0013 8000'],
    ['0086 13800138000'],
    ['8613800138000'],
    ['１３８００１３８０００'],
    [' +86 (138) 0013‑8000 '],
  ])('reads %s as one mainland mobile number', (typed) => {
    expect(parseIdentifier(typed)).toEqual({ kind: IdentifierKind.PHONE, value: '+8613800138000' });
  });

  it('keeps numbers of other countries apart', () => {
    expect(parseIdentifier('+852 5123 4567').value).toBe('+85251234567');
    expect(parseIdentifier('+49 1512 3456789').value).toBe('+4915123456789');
  });

  it.each([
    ['Chen.Wei@Example.COM', 'chen.wei@example.com'],
    ['chen.wei＠example.com', 'chen.wei@example.com'],
    ['采购@链桥.中国', '采购@xn--6yvr60h.xn--fiqs8s'],
    ['采购@xn--6yvr60h.xn--fiqs8s', '采购@xn--6yvr60h.xn--fiqs8s'],
    ['a@BÜCHER.example', 'a@xn--bcher-kva.example'],
  ])('reads %s as %s', (typed, value) => {
    expect(parseIdentifier(typed)).toEqual({ kind: IdentifierKind.EMAIL, value });
  });

  it.each([
    [''],
    ['12345'],
    ['0571-88888888'],
    ['10086'],
    ['+86 571 8888 8888'],
    ['+0 123 456 789'],
    ['+1234567890123456'],
    ['not an address'],
    ['a@b'],
    ['a@1.2.3.4'],
    ['@example.com'],
    ['a@@example.com'],
    ['a..b@example.com'],
    ['a b@example.com'],
    ['a@example.com\r\nBcc: b@example.com'],
    [`${'a'.repeat(65)}@example.com`],
    [`a@${'b'.repeat(250)}.com`],
  ])('refuses %j', (typed) => {
    expect(() => parseIdentifier(typed)).toThrow(
      expect.objectContaining({ code: 'INVALID_IDENTIFIER', kind: 'BAD_INPUT' }),
    );
  });

  it('can be held to one kind, and names the field', () => {
    expect(parseIdentifierOf(IdentifierKind.PHONE, '13800138000', 'phone').value).toBe('+8613800138000');
    const wrong = () => parseIdentifierOf(IdentifierKind.PHONE, 'a@example.com', 'phone');
    expect(wrong).toThrow(DomainError);
    expect(wrong).toThrow(expect.objectContaining({ fields: ['phone'] }));
  });
});
