/** More than any amount or distance. */
const INFINITE = 0x3fffffff;

/**
 * Greatest flow of least cost by the primal-dual method (Ford and Fulkerson 1962): shortest distances by Dijkstra with
 * potentials, then a blocking flow (Dinic 1970) along all shortest paths at once. With whole costs of a small range it
 * takes as many rounds as there are different lengths of paths.
 */
export class CostFlow {
  private readonly head: number[] = [];
  private readonly room: number[] = [];
  private readonly cost: number[] = [];
  private readonly edges: number[][];
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly current: Int32Array;
  private readonly onPath: Uint8Array;
  private readonly path: number[] = [];

  constructor(private readonly nodes: number) {
    this.edges = Array.from({ length: nodes }, () => []);
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes);
    this.current = new Int32Array(nodes);
    this.onPath = new Uint8Array(nodes);
  }

  /** Adds an edge and gives its number. */
  connect(from: number, to: number, room: number, cost = 0): number {
    this.edges[from]!.push(this.head.length);
    this.head.push(to);
    this.room.push(room);
    this.cost.push(cost);
    this.edges[to]!.push(this.head.length);
    this.head.push(from);
    this.room.push(0);
    this.cost.push(-cost);
    return this.head.length - 2;
  }

  /** How much flows through an edge. */
  flowOf(edge: number): number {
    return this.room[edge + 1]!;
  }

  /**
   * Sends as much as possible from source to sink; after each round of equally long paths `onRound` learns the amount
   * and the length, and says whether to go on. Edges of negative cost must not form cycles; `first` are the potentials
   * that make all costs non-negative.
   */
  run(
    source: number,
    sink: number,
    first: Float64Array,
    onRound: (amount: number, length: number) => boolean,
  ): void {
    this.potential.set(first);
    while (this.measure(source, sink)) {
      const far = this.distance[sink]!;
      for (let node = 0; node < this.nodes; node++)
        this.potential[node]! += Math.min(this.distance[node]!, far);
      const length = this.potential[sink]! - this.potential[source]!;
      this.current.fill(0);
      let amount = 0;
      for (let sent = this.send(source, sink); sent > 0; sent = this.send(source, sink)) amount += sent;
      if (amount === 0 || !onRound(amount, length)) return;
    }
  }

  /** Shortest distances by reduced cost, in buckets, since costs are small whole numbers. */
  private measure(source: number, sink: number): boolean {
    const { distance, edges, room, head } = this;
    distance.fill(INFINITE);
    distance[source] = 0;
    const buckets: number[][] = [[source]];
    for (let length = 0; length < buckets.length; length++) {
      const bucket = buckets[length] ?? [];
      for (let node = bucket.pop(); node !== undefined; node = bucket.pop()) {
        if (distance[node] !== length) continue;
        if (node === sink) return true;
        for (const edge of edges[node]!) {
          if (room[edge]! <= 0) continue;
          const to = head[edge]!;
          const next = length + this.reduced(node, edge);
          if (next >= distance[to]!) continue;
          distance[to] = next;
          (buckets[next] ??= []).push(to);
        }
      }
    }
    return false;
  }

  private reduced(from: number, edge: number): number {
    return this.cost[edge]! + this.potential[from]! - this.potential[this.head[edge]!]!;
  }

  /** One augmenting path along edges of reduced cost zero; dead ends are not tried again in this round. */
  private send(source: number, sink: number): number {
    const { path, onPath, head } = this;
    path.length = 0;
    let node = source;
    onPath[source] = 1;
    while (node !== sink) {
      const edge = this.nextEdge(node);
      if (edge >= 0) {
        path.push(edge);
        node = head[edge]!;
        onPath[node] = 1;
        continue;
      }
      onPath[node] = 0;
      const last = path.pop();
      if (last === undefined) return 0;
      node = head[last ^ 1]!;
      this.current[node]!++;
    }
    onPath[source] = 0;
    for (const edge of path) onPath[head[edge]!] = 0;
    return this.push(path);
  }

  private nextEdge(node: number): number {
    const edges = this.edges[node]!;
    for (; this.current[node]! < edges.length; this.current[node]!++) {
      const edge = edges[this.current[node]!]!;
      if (this.room[edge]! > 0 && !this.onPath[this.head[edge]!] && this.reduced(node, edge) === 0)
        return edge;
    }
    return -1;
  }

  private push(path: readonly number[]): number {
    const amount = path.reduce((least, edge) => Math.min(least, this.room[edge]!), INFINITE);
    for (const edge of path) {
      this.room[edge]! -= amount;
      this.room[edge ^ 1]! += amount;
    }
    return amount;
  }
}
