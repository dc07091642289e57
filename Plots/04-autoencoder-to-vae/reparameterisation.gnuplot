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
set yrange [415:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'A variational autoencoder, with the reparameterisation' at 521,24 center font ',13' textcolor rgb '#333333'
set object ellipse at 105.025,226.133333 size 109.25,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'picture x' at 105.025,226.133333 center textcolor rgb '#333333' front
set object rectangle at 271.5625,226.133333 size 83.6,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'encoder' at 271.5625,226.133333 center textcolor rgb '#333333' front
set object ellipse at 438.1,157.066667 size 94.7666667,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'mean µ' at 438.1,157.066667 center textcolor rgb '#333333' front
set object ellipse at 438.1,295.2 size 131.616667,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'deviation σ' at 438.1,295.2 center textcolor rgb '#333333' front
set object rectangle at 604.6375,226.133333 size 110,34.3333333 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'z = µ + σ ε' at 604.6375,226.133333 center textcolor rgb '#333333' front
set object ellipse at 604.6375,364.266667 size 156.916667,41.6666667 fillcolor rgb '#d8009e73' fillstyle solid border linecolor rgb '#009e73' linewidth 1.4
set label 'ε from N(0, 1)' at 604.6375,364.266667 center textcolor rgb '#333333' front
set object rectangle at 604.6375,88 size 161.333333,34.3333333 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label 'KL[q(z|x)‖N(0, 1)]' at 604.6375,88 center textcolor rgb '#333333' front
set object rectangle at 771.175,226.133333 size 83.6,34.3333333 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#0072b2' linewidth 1.4
set label 'decoder' at 771.175,226.133333 center textcolor rgb '#333333' front
set object ellipse at 937.7125,226.133333 size 162.05,41.6666667 fillcolor rgb '#d8e69f00' fillstyle solid border linecolor rgb '#e69f00' linewidth 1.4
set label 'probabilities p' at 937.7125,226.133333 center textcolor rgb '#333333' front
set object rectangle at 937.7125,88 size 127.6,52.6666667 fillcolor rgb '#d8d55e00' fillstyle solid border linecolor rgb '#d55e00' linewidth 1.4
set label '−log p(x|z)'."\n".'of the given x' at 937.7125,78.8333333 center textcolor rgb '#333333' front
set arrow from 159.65,226.133333 to 226.7625,226.133333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 312.955749,208.966667 to 400.859876,172.510943 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 312.955749,243.3 to 395.398482,277.490766 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 472.568983,171.361692 to 560.47311,207.817415 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 478.030377,278.640018 to 560.47311,244.449251 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 604.6375,343.433333 to 604.6375,246.3 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 472.568983,142.771641 to 560.47311,106.315918 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 454.327754,275.010008 to 588.96032,107.504987 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 659.6375,226.133333 to 726.375,226.133333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 812.975,226.133333 to 853.6875,226.133333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set arrow from 937.7125,205.3 to 937.7125,117.333333 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'

set terminal pngcairo noenhanced size 1043,415 font 'DejaVu Sans,11'
set output 'reparameterisation.png'
plot NaN notitle

set terminal svg noenhanced size 1043,415 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'reparameterisation.svg'
replot
unset output
