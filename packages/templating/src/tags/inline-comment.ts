import { Tag, type Liquid, type TagToken, type TopLevelToken } from 'liquidjs';

/** `{% # … %}`, checked line by line: LiquidJS's pattern takes seconds for many empty lines. */
export class InlineComment extends Tag {
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    if (token.args.split('\n').slice(1).some(isOpen)) {
      throw new Error("every line of an inline comment must start with a '#' character");
    }
  }

  override render(): void {}
}

function isOpen(line: string): boolean {
  const text = line.trimStart();
  return text !== '' && !text.startsWith('#');
}
