# A variational autoencoder, with the reparameterisation
#
# Draw reparameterisation.png and reparameterisation.svg again, in this folder:  gnuplot reparameterisation.gnuplot
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
set xrange [0:1043]
set yrange [373:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'A variational autoencoder, with the reparameterisation' at 521,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 105.025,205.233333 size 109.25,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'picture x' at 105.025,205.233333 center textcolor rgb '#333333' front
set object rectangle at 271.5625,205.233333 size 83.6,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'encoder' at 271.5625,205.233333 center textcolor rgb '#333333' front
set object ellipse at 438.1,143.866667 size 94.7666667,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'mean µ' at 438.1,143.866667 center textcolor rgb '#333333' front
set object ellipse at 438.1,266.6 size 131.616667,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'deviation σ' at 438.1,266.6 center textcolor rgb '#333333' front
set object rectangle at 604.6375,205.233333 size 110,34.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'z = µ + σ ε' at 604.6375,205.233333 center textcolor rgb '#333333' front
set object ellipse at 604.6375,327.966667 size 156.916667,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'ε from N(0, 1)' at 604.6375,327.966667 center textcolor rgb '#333333' front
set object rectangle at 604.6375,82.5 size 161.333333,34.3333333 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label 'KL[q(z|x)‖N(0, 1)]' at 604.6375,82.5 center textcolor rgb '#333333' front
set object rectangle at 771.175,205.233333 size 83.6,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'decoder' at 771.175,205.233333 center textcolor rgb '#333333' front
set object ellipse at 937.7125,205.233333 size 162.05,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'probabilities p' at 937.7125,205.233333 center textcolor rgb '#333333' front
set object rectangle at 937.7125,82.5 size 107.36,34.3333333 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '−log p(x|z)' at 937.7125,82.5 center textcolor rgb '#333333' front
set arrow from 159.65,205.233333 to 226.7625,205.233333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 313.3625,189.830636 to 398.969128,158.285829 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 313.3625,220.63603 to 392.400467,249.760381 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 474.415902,157.248553 to 555.23545,187.029391 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 480.984563,250.797657 to 555.23545,223.437276 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 604.6375,307.133333 to 604.6375,225.4 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 474.415902,130.484781 to 555.23545,100.703943 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 456.217621,246.571754 to 587.095927,101.891449 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 659.6375,205.233333 to 726.375,205.233333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 812.975,205.233333 to 853.6875,205.233333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 937.7125,184.4 to 937.7125,102.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1043,373 font 'DejaVu Sans,11'
set output 'reparameterisation.png'
plot NaN notitle

set terminal svg noenhanced size 1043,373 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'reparameterisation.svg'
replot
unset output
