# The two parts of the VAE's loss
#
# Draw parts.png and parts.svg again, in this folder:  gnuplot parts.gnuplot
# It needs parts.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The two parts of the VAE'."'".'s loss' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'nats a picture' textcolor rgb '#333333'
set xrange [1:1800]
set yrange [0.0133347545:992.851047]
set logscale x
set logscale y
set xtics ('1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1, '' 600 1, '' 700 1, '' 800 1, '' 900 1, '1000' 1000)
set ytics ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1, '' 600 1, '' 700 1, '' 800 1, '' 900 1)
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'parts.png'
plot \
    'parts.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'reconstruction', \
    'parts.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'KL'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'parts.svg'
replot
unset output
