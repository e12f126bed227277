// Gathers events: many within a moment are told as one, the last.
import { gathering } from './host';

export const gathered = <T>(tell: (last: T) => void): { take: (event: T) => void; stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    take: event => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        timer = null;
        tell(event);
      }, gathering);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};
