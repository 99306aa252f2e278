/** What we use of Eleventy, which comes without types. */
declare module '@11ty/eleventy' {
  export class Eleventy {
    constructor(input: string, output: string, options: { readonly quietMode: boolean; readonly configPath: false });
    write(): Promise<unknown>;
  }
}
