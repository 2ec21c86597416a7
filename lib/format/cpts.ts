/** How a CPTS is called where nothing around says that it is one. */
export const cptsCalled = (name: string): string => (/^cpts\b/i.test(name) ? name : `CPTS ${name}`);
