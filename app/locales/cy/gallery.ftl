# A Welsh speaker has still to confirm every string in this file.
# Only in demo mode.
gallery-title = Pob tudalen, gydag enghreifftiau
gallery-lead = Does neb ar y tudalennau hyn yn real.
