# 
#
# Draw crisp.png and crisp.svg again, in this folder:  gnuplot crisp.gnuplot
# It needs crisp-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:792]
set yrange [802:0]
set label 'made up' at 114,18 center textcolor rgb '#333333'
set label 'lines and dabs' at 302,18 center textcolor rgb '#333333'
set label 'coloured with dabs' at 490,18 center textcolor rgb '#333333'
set label 'cut out' at 678,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 792,802 font 'DejaVu Sans,11'
set output 'crisp.png'
plot 'crisp-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 792,802 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'crisp.svg'
replot
unset output
