# The game: one discriminator, two losses, two gradients
#
# Draw two-players.png and two-players.svg again, in this folder:  gnuplot two-players.gnuplot
# It needs nothing else.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1140]
set yrange [425:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'The game: one discriminator, two losses, two gradients' at 570,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 548.1032,95.3333333 size 109.25,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'true'."\n".'picture x' at 548.1032,86.1666667 center textcolor rgb '#333333' front
set object ellipse at 102.1,208.666667 size 95.5,67.3333333 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'random'."\n".'code z' at 102.1,199.5 center textcolor rgb '#333333' front
set object rectangle at 325.1016,208.666667 size 95.92,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'generator'."\n".'G' at 325.1016,199.5 center textcolor rgb '#333333' front
set object ellipse at 548.1032,208.666667 size 137.85,67.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'made'."\n".'picture G(z)' at 548.1032,199.5 center textcolor rgb '#333333' front
set object rectangle at 771.1048,152 size 124.52,52.6666667 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'discriminator'."\n".'D' at 771.1048,142.833333 center textcolor rgb '#333333' front
set object rectangle at 1037.268,152 size 156.2,52.6666667 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '−log D(x)'."\n".'−log(1 − D(G(z)))' at 1037.268,142.833333 center textcolor rgb '#333333' front
set object rectangle at 1037.268,367.333333 size 117.48,34.3333333 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '−log D(G(z))' at 1037.268,367.333333 center textcolor rgb '#333333' front
set arrow from 149.85,208.666667 to 274.1416,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 373.0616,208.666667 to 476.1782,208.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 609.248832,193.129024 to 705.937205,168.559659 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 598.604258,108.166096 to 705.937205,135.440341 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 833.3648,160 to 956.168,160 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 803.65417,178.333333 to 1013.71681,348.279771 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 959.168,144 to 836.3648,144 head filled size first 9,18 linewidth 1.4 dashtype (16,8) linecolor rgb '#d55e00'
set arrow from 978.528,354.246392 to 375.989806,220.004273 head filled size first 9,18 linewidth 1.4 dashtype (16,8) linecolor rgb '#d55e00'
set label 'through D and the picture' at 689.309667,289.810175 center boxed front font ',9' textcolor rgb '#d55e00'

set terminal pngcairo noenhanced size 1140,425 font 'DejaVu Sans,11'
set output 'two-players.png'
plot NaN notitle

set terminal svg noenhanced size 1140,425 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'two-players.svg'
replot
unset output
