"""Pictures for print and slides: the map and the charts as SVG, and any SVG as PNG. No browser is needed."""
