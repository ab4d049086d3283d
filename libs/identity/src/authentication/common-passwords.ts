/** The password of every demonstration account. It is public, so sign-in refuses it in production. */
export const DEMONSTRATION_PASSWORD = 'lianqiao-demo';

/** Passwords of eight characters and more that every guesser tries first, in the mainland and abroad; lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  12345678 123456789 1234567890 0123456789 87654321 987654321 0987654321 9876543210 1234567891 12345678910 123456780
  123456987 147258369 1472583690 159357258 741852963 789456123 963852741 741852963 123654789 321654987 14725836
  11223344 1122334455 112233445566 12341234 123123123 123321123 123456123 321321321 88888888 66668888 88886666
  13141314 1314520 13145200 5201314520 52013140 15201314 7758521a 77585210 77585211 78787878 10101010 19491001
  password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa55word pass1234 pass@123
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwert12345 asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123
  1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t q1w2e3r4 q1w2e3r4t5 qazwsxedc qazwsx123 zaq12wsx qweasdzxc qwe123456
  a1234567 a12345678 a123456789 a1b2c3d4 aa123456 aa12345678 aa123123 abc12345 abc123456 abcd1234 abcd123456 abcdefgh
  abcd12345 asd123456 as123456 qq123456 qq123456789 qaz123456 zxc123456 wang1234 wang123456 zhang123 zhang123456
  li123456 liu123456 chen1234 chen123456 yang1234 lin123456 123456aa 123456abc 123456ab 123456qq 12345678a 123456789a
  123qweasd 123qwe123 1234qwer 12345qwert 123456qwerty qwer1234 woaini123 woaini520 woaini521 woaini1314 woaiwojia
  5201314a a5201314 iloveyou iloveyou1 iloveyou520 iloveyou1314 aini1314 caonima123 nihao123 nihaoma123 dearbook
  admin123 admin1234 admin123456 admin888 admin@123 administrator root1234 root123456 test1234 test123456 user1234
  guest123 welcome1 welcome123 letmein1 letmein123 changeme changeme1 sunshine princess football baseball superman
  starwars trustno1 whatever computer internet michael1 jennifer charlie1 monkey123 dragon123 computer1 xiaomi123
  huawei123 taobao123 alibaba123 tencent123 lianqiao lianqiao-demo lianqiao1 lianqiao123 lianqiao2024 lianqiao2025 lianqiao2026
  `
    .trim()
    .split(/\s+/),
);
