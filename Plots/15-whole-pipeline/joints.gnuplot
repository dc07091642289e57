# 
#
# Draw joints.png and joints.svg again, in this folder:  gnuplot joints.gnuplot
# It needs joints-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1128]
set yrange [476:0]
set label 'true' at 88,36 center textcolor rgb '#333333'
set label 'rebuilt' at 224,36 center textcolor rgb '#333333'
set label 'true lines' at 360,36 center textcolor rgb '#333333'
set label 'extracted' at 496,36 center textcolor rgb '#333333'
set label 'extracted,'."\n".'hints rebuilt' at 632,18 center textcolor rgb '#333333'
set label 'rebuilt,'."\n".'as in 07' at 768,18 center textcolor rgb '#333333'
set label 'rebuilt,'."\n".'soft' at 904,18 center textcolor rgb '#333333'
set label 'rebuilt,'."\n".'hints too' at 1040,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1128,476 font 'DejaVu Sans,11'
set output 'joints.png'
plot 'joints-pictures.png' binary filetype=png flipy origin=(16.5,52.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1128,476 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'joints.svg'
replot
unset output
