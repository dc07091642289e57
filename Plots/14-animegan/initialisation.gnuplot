# On content alone
#
# Draw initialisation.png and initialisation.svg again, in this folder:  gnuplot initialisation.gnuplot
# It needs initialisation.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'On content alone' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'mean |Δ| of features' textcolor rgb '#333333'
set xrange [1:300]
set yrange [0.0382235494:0.558869236]
set logscale y
set arrow from graph 0, first 0.430110872 to graph 1, first 0.430110872 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'two different photographs' at graph 0.7550, graph 0.9316 left font ',9' textcolor rgb '#333333' front
set xtics 50 format '%.0f'
set ytics ('0.04' 0.04, '0.05' 0.05, '0.06' 0.06, '' 0.07 1, '0.08' 0.08, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5)
set key inside bottom left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'initialisation.png'
plot \
    'initialisation.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'initialisation.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'content, running mean'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'initialisation.svg'
replot
unset output
