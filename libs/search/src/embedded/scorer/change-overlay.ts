/** The postings of one token in documents that are not merged yet, in rising order of documents. */
export interface OverlayList {
  readonly documents: readonly number[];
  readonly impacts: readonly number[];
}

/** New documents that stand in the change table and not yet in blocks, as postings in memory. */
export class ChangeOverlay {
  private lists = new Map<string, { documents: number[]; impacts: number[] }>();

  /** Adds a document, whose number is higher than all before. */
  add(document: number, tokens: readonly string[], impacts: readonly number[]): void {
    tokens.forEach((token, i) => {
      let list = this.lists.get(token);
      if (!list) this.lists.set(token, (list = { documents: [], impacts: [] }));
      list.documents.push(document);
      list.impacts.push(impacts[i]!);
    });
  }

  /** The postings of a token, if it occurs. */
  get(token: string): OverlayList | undefined {
    return this.lists.get(token);
  }

  /** Forgets documents below a number, which were merged; gives the tokens they carried. */
  forgetBelow(limit: number): string[] {
    const touched: string[] = [];
    for (const [token, list] of this.lists) {
      const kept = list.documents.findIndex((document) => document >= limit);
      if (kept === 0) continue;
      touched.push(token);
      if (kept < 0) this.lists.delete(token);
      else
        this.lists.set(token, { documents: list.documents.slice(kept), impacts: list.impacts.slice(kept) });
    }
    return touched;
  }
}
