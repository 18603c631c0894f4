/** How JSON is read and written, and what a caller names for it: the types and extensions that messages may hold. */
export {};
//# sourceMappingURL=json-options.js.map