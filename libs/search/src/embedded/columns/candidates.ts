/** Documents under consideration, by number; passes over them drop what does not fit, in place. */
export class Candidates {
  count = 0;

  constructor(public documents: Uint32Array) {}

  /** Takes over documents of another list. */
  copyFrom(documents: Uint32Array, count: number): void {
    if (this.documents.length < count) this.documents = new Uint32Array(Math.max(count, documents.length));
    this.documents.set(documents.subarray(0, count));
    this.count = count;
  }

  /** The documents as a list of its own. */
  list(): number[] {
    return [...this.documents.subarray(0, this.count)];
  }

  /** Takes over a few documents. */
  replace(documents: readonly number[]): void {
    this.copyFrom(Uint32Array.from(documents), documents.length);
  }

  /** All documents from 0 up to a number, exclusive. */
  takeAll(limit: number): void {
    if (this.documents.length < limit) this.documents = new Uint32Array(limit);
    for (let document = 0; document < limit; document++) this.documents[document] = document;
    this.count = limit;
  }

  /** Drops the documents that carry a mark. */
  dropMarked(marks: Uint8Array): void {
    const { documents, count } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i]!;
      if (marks[document] === 0) documents[kept++] = document;
    }
    this.count = kept;
  }

  /** Keeps the documents that carry a mark. */
  keepMarked(marks: Uint8Array): void {
    const { documents, count } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i]!;
      if (marks[document] !== 0) documents[kept++] = document;
    }
    this.count = kept;
  }
}
