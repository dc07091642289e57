# Pictures that it never saw
#
# Draw held-out.png and held-out.svg again, in this folder:  gnuplot held-out.gnuplot
# It needs held-out-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:992]
set yrange [915:0]
set label 'Pictures that it never saw' at 496,24 center font ',13' textcolor rgb '#333333'
set label 'line' at 88,67 center textcolor rgb '#333333'
set label 'coloured' at 224,67 center textcolor rgb '#333333'
set label 'hints' at 360,67 center textcolor rgb '#333333'
set label 'coloured with'."\n".'hints' at 496,49 center textcolor rgb '#333333'
set label 'one area'."\n".'otherwise' at 632,49 center textcolor rgb '#333333'
set label 'coloured with'."\n".'these' at 768,49 center textcolor rgb '#333333'
set label 'true' at 904,67 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 992,915 font 'DejaVu Sans,11'
set output 'held-out.png'
plot 'held-out-pictures.png' binary filetype=png flipy origin=(16.5,83.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 992,915 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'held-out.svg'
replot
unset output
