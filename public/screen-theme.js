/* The wall screen in light (?theme=light): before it is painted, so that it never flashes dark. */
if (new URLSearchParams(location.search).get('theme') === 'light') document.documentElement.dataset.theme = 'light';
