// A list to choose from, shown as a sheet on the page itself, and days that are typed: the engine would open a window of
// its own for either, and there is only one. Runs beside a page's own scripts, which get the usual events.
(() => {
    "use strict";

    const STYLE = `
        dialog { border: 0; border-radius: 12px; box-sizing: border-box; color: #1a2a40; font: 24px/1.4 sans-serif;
                 max-height: 86vh; max-width: 720px; overflow: auto; padding: 12px; width: 86vw; }
        dialog::backdrop { background: #0006; }
        button { background: none; border: 0; border-radius: 8px; color: inherit; display: block; font: inherit;
                 min-height: 72px; overflow-wrap: anywhere; padding: 8px 20px; text-align: start; width: 100%; }
        button[aria-selected=true] { background: #e4eaf4; font-weight: bold; }
        button:disabled { opacity: .4; }
        p { font-size: 20px; margin: 16px 20px 4px; opacity: .7; }`;

    const EXAMPLES = {date: "2026-01-31", month: "2026-01", time: "09:30", "datetime-local": "2026-01-31T09:30"};

    // The field that an event is about, where the engine would open a list for it.
    function fieldOf(event) {
        const field = event.composedPath().find(node => node instanceof HTMLSelectElement);
        return field && !field.disabled && !field.multiple && field.size <= 1 ? field : null;
    }

    function choose(field, option) {
        if (option.selected)
            return;
        option.selected = true;
        for (const name of ["input", "change"])
            field.dispatchEvent(new Event(name, {bubbles: true, composed: name === "input"}));
    }

    function button(field, option, close) {
        const made = document.createElement("button");
        made.textContent = option.label || "\u00a0";
        made.disabled = option.disabled || Boolean(option.parentElement.disabled);
        made.setAttribute("role", "option");
        made.setAttribute("aria-selected", String(option.selected));
        made.addEventListener("click", () => {
            close();
            choose(field, option);
        });
        return made;
    }

    function heading(group) {
        const made = document.createElement("p");
        made.textContent = group.label;
        return made;
    }

    function show(field) {
        const host = document.createElement("div");
        const sheet = document.createElement("dialog");
        const style = document.createElement("style");
        style.textContent = STYLE;
        host.attachShadow({mode: "closed"}).append(style, sheet);
        const close = () => {
            host.remove();
            field.focus();
        };
        let group = null;
        for (const option of field.options) {
            const parent = option.parentElement;
            if (parent instanceof HTMLOptGroupElement && parent !== group)
                sheet.append(heading(parent));
            group = parent;
            if (!option.hidden)
                sheet.append(button(field, option, close));
        }
        sheet.addEventListener("click", event => event.target === sheet && close());
        sheet.addEventListener("cancel", close);
        document.documentElement.append(host);
        sheet.showModal();
        sheet.querySelector("[aria-selected=true]")?.scrollIntoView({block: "center"});
    }

    addEventListener("mousedown", event => {
        const field = event.button === 0 ? fieldOf(event) : null;
        if (field) {
            event.preventDefault();
            show(field);
        }
    }, true);
    addEventListener("keydown", event => {
        const field = ["Enter", " ", "ArrowDown", "ArrowUp"].includes(event.key) ? fieldOf(event) : null;
        if (field) {
            event.preventDefault();
            show(field);
        }
    }, true);
    // While it has the focus a field for a day is one for text, which the keyboard comes for; the example says its form.
    addEventListener("focusin", event => {
        const field = event.composedPath()[0];
        const {type, placeholder} = field;
        const example = field instanceof HTMLInputElement && !field.readOnly ? EXAMPLES[type] : null;
        if (!example)
            return;
        field.type = "text";
        field.placeholder = example;
        field.addEventListener("blur", () => Object.assign(field, {type, placeholder}), {once: true});
    }, true);
    addEventListener("DOMContentLoaded", () => {
        const style = document.createElement("style");
        style.textContent = "::-webkit-calendar-picker-indicator { display: none !important; }";
        document.head?.append(style);
    });
})();
