import { toPlainLine, toXmlText } from './fold-text.js';

describe('a text that leaves the platform', () => {
  it('is one line where another line would be another header', () => {
    expect(toPlainLine('甲厂\r\nBcc: a@b.cn\u2028x\u0000\uFFFE ')).toBe('甲厂 Bcc: a@b.cn x');
  });

  it('keeps what XML has and loses what it has not', () => {
    expect(toXmlText('甲\tb\r\n𠮷\u0000\u000B\uFFFE\uFFFF\uD800!')).toBe('甲\tb\r\n𠮷!');
  });
});
