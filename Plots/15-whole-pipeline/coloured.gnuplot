# 
#
# Draw coloured.png and coloured.svg again, in this folder:  gnuplot coloured.gnuplot
# It needs coloured-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:800]
set yrange [676:0]
set label 'sampled' at 96,36 center textcolor rgb '#333333'
set label 'lines and dabs' at 248,36 center textcolor rgb '#333333'
set label 'coloured alone' at 400,36 center textcolor rgb '#333333'
set label 'coloured with'."\n".'dabs' at 552,18 center textcolor rgb '#333333'
set label 'cut out' at 704,36 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,676 font 'DejaVu Sans,11'
set output 'coloured.png'
plot 'coloured-pictures.png' binary filetype=png flipy origin=(16.5,52.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 800,676 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'coloured.svg'
replot
unset output
