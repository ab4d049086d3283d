/** Variables by activity, the most active first: a binary heap in two arrays. */
export class VariableHeap {
  private readonly heap: number[] = [];
  private readonly at: number[] = [];

  constructor(private readonly activity: number[]) {}

  insert(variable: number): void {
    if ((this.at[variable] ?? -1) >= 0) return;
    this.heap.push(variable);
    this.rise(this.heap.length - 1, variable);
  }

  /** Tells the heap that a variable has become more active. */
  raised(variable: number): void {
    const at = this.at[variable] ?? -1;
    if (at >= 0) this.rise(at, variable);
  }

  /** Takes out the most active variable; −1 when there is none. */
  pop(): number {
    const first = this.heap[0];
    if (first === undefined) return -1;
    this.at[first] = -1;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) this.sink(0, last);
    return first;
  }

  private rise(from: number, variable: number): void {
    const { heap, at, activity } = this;
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const other = heap[parent]!;
      if (activity[other]! >= activity[variable]!) break;
      heap[i] = other;
      at[other] = i;
      i = parent;
    }
    heap[i] = variable;
    at[variable] = i;
  }

  private sink(from: number, variable: number): void {
    const { heap, at, activity } = this;
    let i = from;
    for (;;) {
      let child = i * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && activity[heap[child + 1]!]! > activity[heap[child]!]!) child++;
      const other = heap[child]!;
      if (activity[other]! <= activity[variable]!) break;
      heap[i] = other;
      at[other] = i;
      i = child;
    }
    heap[i] = variable;
    at[variable] = i;
  }
}
