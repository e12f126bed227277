// Light or dark, where the program does not say.
export const systemIsDark = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;

/** True for a colour of a dark ground, as #RRGGBB. */
export const isDark = (colour: string): boolean => {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!found) return false;
  const [red, green, blue] = [found[1]!, found[2]!, found[3]!].map(part => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
};
