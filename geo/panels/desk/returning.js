// Finds a visitor's own copy again when its page is loaded anew: see returning.py. What this tab knows ends with it.
const NAME = `dateline-own ${location.pathname}`;

export default function ({ data, setTriggerValue }) {
  try {
    if (data.key) sessionStorage.setItem(NAME, data.key);
    else if (data.ended) sessionStorage.removeItem(NAME);
    else {
      const key = sessionStorage.getItem(NAME);
      if (key) setTriggerValue("key", key);
    }
  } catch { /* a browser that keeps nothing for pages: then a copy ends with its page */ }
}
