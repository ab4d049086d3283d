/** The style sheet of the pages behind links: one column, for the width of a phone, in either colour scheme. */
export const FACT_ANSWERS_STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --page: #f5f7fa; --card: #fff; --line: #c9d2dc; --act: #0b5cad; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf3; --page: #12181f; --card: #1b232c; --line: #425060; --act: #6db1f5; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 17px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h1 { font-size: 1.35rem; margin: .5rem 0; }
h2 { font-size: 1.05rem; margin: 0 0 .25rem; }
a { color: var(--act); }
section, fieldset { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .9rem; margin: 0 0 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .3rem; }
label { display: block; margin: .45rem 0; }
label.choice { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.75rem; margin: 0 1.1rem 0 0; }
input[type="text"], input[type="date"], select { display: block; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: .5rem; }
input[type="radio"], input[type="checkbox"] { width: 1.3rem; height: 1.3rem; accent-color: var(--act); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 .75rem; }
button { width: 100%; min-height: 3rem; font: inherit; font-weight: 600; border: 0; border-radius: .6rem; background: var(--act); color: var(--card); margin: 0 0 .75rem; }
button.quiet { background: none; color: inherit; border: 1px solid var(--line); font-weight: 400; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
[role="alert"] { border-color: var(--bad); }
[role="alert"] h2 { color: var(--bad); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
`;
