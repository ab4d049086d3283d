declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: string; to: string }): (text: string) => string;
  /** Dictionaries of a conversion: pairs "from to", joined by bars. */
  export const Locale: {
    readonly configs: {
      readonly t2s: {
        readonly normalizationChain: readonly (readonly string[])[];
        readonly conversionChain: readonly (readonly string[])[];
      };
    };
  };
}
