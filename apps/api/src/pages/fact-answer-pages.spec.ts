import { markup } from './fact-answer-pages.js';

describe('markup', () => {
  it('writes what is put in as text', () => {
    const { text } = markup`<p title="${'"x" onclick=\'y\''}">${'<script>&'}${7}${null}${false}</p>`;
    expect(text).toBe('<p title="&quot;x&quot; onclick=&#39;y&#39;">&lt;script&gt;&amp;7</p>');
  });

  it('takes markup as it is, alone and in lists', () => {
    const items = ['a', '<b>'].map((word) => markup`<li>${word}</li>`);
    expect(markup`<ul>${items}</ul>${markup`<hr>`}`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>');
  });
});
