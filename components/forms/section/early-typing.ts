type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What a person typed, ticked or chose before the page's scripts were there. React keeps it on screen but does not
 * know of it: the first key after that would wipe it.
 * @returns what hands each one to React as if done now; to be called once the form has its first state
 */
export function typedEarly(root: Element): readonly (() => void)[] {
  return [...root.querySelectorAll<Control>("input, textarea, select")].flatMap((control) => {
    const again = handOver(control);
    return again ? [again] : [];
  });
}

function handOver(control: Control): (() => void) | null {
  if (control instanceof HTMLSelectElement) {
    const { value } = control;
    const sent = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
    if (sent === undefined || sent.value === value) return null;
    return () => {
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    };
  }
  if (control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)) {
    const { checked, defaultChecked, type } = control;
    // Of a group of buttons, the one that was left follows the one that was chosen.
    if (checked === defaultChecked || (type === "radio" && !checked)) return null;
    return () => {
      control.checked = !checked;
      control.click();
    };
  }
  const { value } = control;
  if (value === control.defaultValue) return null;
  return () => {
    // React hears of a value only if it differs from the last one set through the element's own property.
    control.value = control.defaultValue;
    Reflect.set(Object.getPrototypeOf(control) as object, "value", value, control);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  };
}
