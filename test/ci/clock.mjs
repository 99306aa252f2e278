// Sets the clock of a Node.js process: NODE_OPTIONS=--import=…/clock.mjs TONGBAO_TEST_NOW=2026-10-01T01:17:00Z.
const shift = Date.parse(process.env.TONGBAO_TEST_NOW) - Date.now();
const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  constructor(...args) {
    if (args.length === 0) super(TrueDate.now() + shift);
    else super(...args);
  }

  static now() {
    return TrueDate.now() + shift;
  }
};
