// Objects that know only what is listed: anything else a host asks for is a mistake of the host.

export const strict = <T extends object>(name: string, members: T): T => new Proxy(members, {
  get(target, key): unknown {
    if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return Reflect.get(target, key);
    if (!(key in target)) throw new Error(`${name}.${key} is no published member`);
    return Reflect.get(target, key);
  },
  set(target, key, value): boolean {
    const described = Object.getOwnPropertyDescriptor(target, key);
    if (!described) throw new Error(`${name}.${String(key)} is no published member`);
    if (!described.set && !described.writable) throw new Error(`${name}.${String(key)} cannot be assigned`);
    return Reflect.set(target, key, value);
  },
});
